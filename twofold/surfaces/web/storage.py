"""Static files under names that tell their content; modules that import each other by those names too."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
    # A page that names a file this server does not have is a mistake of ours: say so when it is drawn.
    manifest_strict = True
