"""Static files under names that tell their content; modules that import each other by those names too."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    # Only our own modules: the files of packages name things that they do not carry.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("web/js/*.js", CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )
    # A page that names a file this server does not have is a mistake of ours: say so when it is drawn.
    manifest_strict = True
