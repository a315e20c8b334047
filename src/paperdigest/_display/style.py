"""The style sheet of the notebook views, which is a part of each view.

Colours come from the notebook's theme where it has one, as JupyterLab and VS Code do, and else from
what the page says of itself or the system prefers. Every view paints its own background, so that
text and background always belong together.
"""

_LIGHT = (
    "--pd-fg:#1f2328;--pd-dim:#59636e;--pd-bg:#fff;--pd-soft:#f2f4f7;--pd-line:#d7dce2;"
    "--pd-link:#0550ae;--pd-bad:#b42318;--pd-warn:#8a5300"
)
_DARK = (
    "--pd-fg:#e6e8eb;--pd-dim:#a3adb8;--pd-bg:#16191d;--pd-soft:#242930;--pd-line:#3a424c;"
    "--pd-link:#79b8ff;--pd-bad:#ff8f85;--pd-warn:#e9b44c"
)


def _within(*parents: str) -> str:
    return ",".join(f"{parent} .paperdigest" for parent in parents)


_IS_LIGHT = _within(
    "html[theme=light]",
    "[data-theme=light]",
    "[data-jp-theme-light=true]",
    "body.vscode-light",
)
_IS_DARK = _within(
    "html[theme=dark]", "[data-theme=dark]", "[data-jp-theme-light=false]", "body.vscode-dark"
)

_RULES = """
.paperdigest{color:var(--jp-content-font-color1,var(--vscode-editor-foreground,var(--pd-fg)));
background:var(--jp-layout-color0,var(--vscode-editor-background,var(--pd-bg)));
font:14px/1.45 var(--jp-content-font-family,system-ui,-apple-system,"Segoe UI",sans-serif);
max-width:60em;padding:.25em .75em;overflow-wrap:anywhere;text-align:left}
.paperdigest a{color:var(--jp-content-link-color,var(--vscode-textLink-foreground,var(--pd-link)));
text-decoration:none}
.paperdigest a:hover,.paperdigest a:focus{text-decoration:underline}
.paperdigest .pd-dim,.paperdigest summary{color:var(--pd-dim);font-size:.93em}
.paperdigest .pd-head{display:flex;flex-wrap:wrap;gap:0 .9em;align-items:baseline;
padding:.45em 0}
.paperdigest .pd-head b{font-size:1.25em}
.paperdigest .pd-paper{display:flex;gap:.9em;padding:.7em 0;border-top:1px solid var(--pd-line)}
.paperdigest .pd-thumb{flex:0 0 112px;width:112px;height:68px;border-radius:5px;overflow:hidden;
background:var(--pd-soft)}
.paperdigest .pd-thumb img{width:100%;height:100%;object-fit:cover;display:block;margin:0;
font-size:11px}
.paperdigest .pd-body{flex:1;min-width:0}
.paperdigest .pd-title{font-weight:600;font-size:1.05em}
.paperdigest .pd-facts{display:flex;flex-wrap:wrap;gap:0 .9em}
.paperdigest .pd-tag{background:var(--pd-soft);color:var(--pd-fg);border-radius:4px;
padding:0 .4em}
.paperdigest details{margin:.2em 0 0}
.paperdigest summary{cursor:pointer}
.paperdigest .pd-text{white-space:pre-wrap;margin:.15em 0 .55em}
.paperdigest table{border-collapse:collapse;margin:.3em 0;font-size:1em}
.paperdigest td,.paperdigest th{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;
white-space:normal;border:0;background:none;color:inherit}
.paperdigest .pd-rows{overflow-x:auto;overflow-wrap:normal}
.paperdigest td.pd-place,.paperdigest td.pd-severity{white-space:nowrap}
.paperdigest>style+.pd-paper{border-top:0}
.paperdigest code{background:var(--pd-soft);color:var(--pd-fg);border-radius:4px;padding:0 .3em;
white-space:pre-wrap}
.paperdigest .pd-error{color:var(--pd-bad);font-weight:600}
.paperdigest .pd-warning{color:var(--pd-warn);font-weight:600}
@media(max-width:480px){.paperdigest .pd-thumb{flex-basis:64px;width:64px;height:44px}
.paperdigest .pd-paper{gap:.6em}}
"""

#: The whole sheet; nothing in it loads anything.
STYLE = "".join((
    f".paperdigest{{{_LIGHT}}}@media(prefers-color-scheme:dark){{.paperdigest{{{_DARK}}}}}",
    f"{_IS_LIGHT}{{{_LIGHT}}}{_IS_DARK}{{{_DARK}}}",
    _RULES.replace("\n", ""),
))  # fmt: skip
