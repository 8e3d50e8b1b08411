"""Static files under names that tell their content; modules that import each other by those names too."""

from django.conf import settings
from servestatic.storage import CompressedManifestStaticFilesStorage

_IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]
# The folders of our own apps: the files of packages name things that they do not carry.
_OURS = sorted({path.name for path in settings.BASE_DIR.glob("*/*/static/*")} - {"web"})


class StaticStorage(CompressedManifestStaticFilesStorage):
    # Who imports a module by another name than its neighbour has it twice, and it does everything twice.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        *((folder, _IMPORTS) for folder in ("web/js/*.js", *(f"{name}/*.js" for name in _OURS))),
    )
    # A page that names a file this server does not have is a mistake of ours: say so when it is drawn.
    manifest_strict = True
