"""Expressions that are known to backtrack too much, in the shapes of published ones, and harmless ones.

The shapes are those of advisories on denial of service by regular expressions (CWE-1333): trimming,
comments, quoted strings, mail addresses, host names, versions, tags, dates, numbers, media types,
user agents, markdown. Each one is rewritten.
"""

#: Refused wherever they are tried. By the shape that they have.
HARMFUL = {
    "a repeat of a repeat": [
        "(a+)+;", "(a*)*;", "(?:a+)*;", "((a+))+;", "(?:a+b?)*c", "(a+){2,};", "(a+)+?;", "(?:a+?)*b",
        r"(\w+)*:", r"(\s+)+$", r"(?:\d+,?)+;", r"([a-z]+[0-9]*)+!", r"(?:[^<]+)+>", r"(?:\w+\s?)+\?",
        r"(?:(?:x+x+)+y)", r"(?:[\w-]+)*\.com", r"^(([a-z])+.)+[A-Z]([a-z])+$",
        "(?:(?:a+)+)+;", r"(?:-?\w+)*=", r"(?P<word>[a-z]+)*[0-9]",
    ],
    "alternatives that overlap": [
        "(?:a|a)*b", r"(?:.|\n|a)*?\*/", r"(?s:(?:.|\n)*)end", r"(?:\w|\d)*;(?:ab|a|b)*;", r"(?:a|b|ab)*c",
        r"(?:\\.|[^\"])*\"x(?:\\.|[^'])*'", r"(?:[^\\]|\\.|\\)*;", "(?:[aа]x|[bа]x)*;", r"(?:x|xx)*y",
        r"(?:[a-m]x|[m-z]x)*;", r"(?i:ab|AB)*;(?:c|cc)*d", r"(?:foo|f|oo)*bar", r"(?:\s|\t\n|\n)*x",
        r"(?:é|[à-ü])x(?:[é-í]y|[è-ê]y)*;", r"(?:(?:a|ab)(?:b|c)?)*d", "(?:(?:b|ba)(?:a|b)?)*;",
        r"(?:\d{2}|\d{3})*-", r"(?:&amp;|&|amp;)*;;",
        r"(?:<br>|<br ?/?>|<b)*x(?:ab|a|b)*;", r"(?:[^a]|[^b])+;",
    ],
    "repeats side by side": [
        "a*a*a*a*;", ".*a.*a.*a.*;", r"\s+\s+$x", r"\s*,\s*\s*;", r"[ \t]*\s*\n\n", r"\d+\d+;",
        r"[0-9.]+[0-9]+e", r"\w+[a-z]+[0-9]+!", r".*,.*;", r"<!--.*-->.*x", r"\w*_\w*;", r"[^=]*=?[^;]*;",
        r"#.*\{.*\}", r"\**[^*|\n]*\**\|", r"\s*(?:#.*)?\s*=>", r"(?:a+){1,30};", r"[a-z0-9.@]*@[a-z0-9.@]*\.x",
        r"x*y?x*z", r"[^/]*/?[^/]*\.js", r"\[.*\]\(.*\)x", r"\|.*\|.*\|x", r"!\[.*\]\(.*\"[^\"]*\"\)",
        r"(?P<title>.*)[ \t]++(?P<url>\S+);", r"https?://[^ ]*\.[^ ]*/x", r"[-:| \t]*[ \t]*x",
        r"\s*\S*\s*\S*;", r".+@.+\..+;", r"(?:.*)(?:.*);", r"[\w.]+[\w.-]*@", r"~*[^|]*~*\|", r"_+[^*]*_+;",
    ],
    "a look ahead in a repeat": [
        r"(?:(?=.*x)a)*b", r"(?:(?!.*;)\w)*:", r"(?:(?=\w*1)[a-z0-9])+;", r"(?:(?![^\n]*!)a)+b",
        r"(?:x(?=[^\n]*y))*z", r"(?:(?=(?:a+)+b)a)c", r"a(?=(a+)+b)c", r"(?!(?:\w+\s?)+;)x", r"(?:(?=\s*,)[ ,])*;",
        r"(?:(?>.*x|a))*b",
    ],
    "what an atomic group does not help": [
        r"(?>(a+)+b)c", r"(?:(?>a+b)|a)*c", r"(?:a*+b|a)*c", r"(?:(?>[^;]*;)|x)*y", r"(?>a|a)*(?>a|a)*b",
        r"(?:(?:[ab]*c)*+[ab])*d", r"(?:[ab]*+c|[ab])*d", r"(?>\w+,|\w)*;", r"(?:(?>a*)b?a)*(?:a*)*c",
        r"(?>(?:\d+)+)x",
    ],
    "too many ways": [
        "a?" * 30 + ";", "(?:a?){30};", "(?:ab?a?){20};", r"(?:\d{1,3}){20}x", "(?:(?:a|ab)(?:b|a)?){20};",
        r"\s?" * 24 + "x", "(?:x?y?x?){16};", r"(?:[a-z]?[a-f]?){15}1", "[ab]?" * 26 + "c",
        "a{0,40}a{0,40}a{0,40}a{0,40};",
    ],
}  # fmt: skip

#: Refused only where they are tried from line to line, since they go over lines.
HARMFUL_AT_LINES = [
    r"- [^|]*\|", r"(?s:## .*end)", r"\*[^_]+_", r"```(?:.|\n)*?```", r"<!--(?:(?!-->)[\s\S])*-->",
    r"\[[^\]]*\]\(", r"(?:.*\n)*Total", r"(?:\s*x)?y\s*z?\Z", r"[^)]+\)", r"(?:\|.*\n)++\n",
]  # fmt: skip

#: Taken wherever they are tried at lines.
HARMLESS = [
    "a", "a+b", "a*b", "a+;", ".*;", ".+:", r"\w+\s*:", r"\d+", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"#+ .*$",
    r"## (?P<title>.*)$", r"- \[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)", r"\* (?P<title>.*) <(?P<url>[^<>\s]+)>",
    r"(?:ab)+c", "(?:a|b)*c", r"(?:\d|[a-z])+;", r"(?:\\.|[^\\\"\n])*\"", r"\"(?:[^\"\\\n]|\\.)*\"",
    r"(?:[^|\\\n]|\\.)*\|", r"(?:a++)+b", r"(?:a++b)*c", r"(?:a*+b)*c", r"(?:a|b)*+c", r"(?>a+)b", r"(?>a+b)*c",
    r"(?:(?>a|ab)c)*d", r"(?:(?=a+)b)*c", r"(?:(?!a)\w)*;", r"(?:(?!, ).)*+, x", r"(?:(?!by|at).)*+at",
    r".*by(?:(?!by|at).)*+at", r"(?:(?<=a|b)c)*d", r"[^()\n]*\([^()\n]*\)", r"(?:[^()\n]++|\([^()\n]*+\))*+x",
    r"(?:a{2,3}+b)*c", r"(?:a{3}b)*c", r"(a+)?b", r"[(a+)+]+;", r"[]a+]+;", r"\(a+\)+b", r"\\+x", r"x{}*y",
    r"(?P<a>x)(?P=a)+", r"(?P<mark>\*+)(?P<label>\w+)(?P=mark):", r"(?i:a)+;", r"(?i:paper|link)s?:", "^a$",
    r"(?:aXb)+", r"(?=\S)x", r"[ \t]*x", r"x[ \t]*$", r"x[ \t]*.*$", r".*x.*$", r".*a.*", r"Vote:(?P<votes>.*)$",
    r"(?:Mon|Tue|Wed)(?:day)?,? ", r"(?:19|20)[0-9]{2}", r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,4}", r"v[0-9]+(?:\.[0-9]+)*",
    r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?", r"https?://[^\s()]+", r"https?://(?:[\w-]+\.)+org/", r"<a id=\"[^\"\n]*\"></a>",
    r"<(?:p|div)\b[^>\n]*>", r"<img\b[^>\n]*?\bsrc=\"", r"\|(?:[^|\n]*\|){3}", r"\|[ \t]*:?-+:?[ \t]*\|",
    r"\[[ xX]\] \*\*[^*\n]+\*\*", r"\*\*(?P<label>[^*:\n]{1,60}):\*\*", r"\+(?P<votes>[0-9]+)", r"(?:- ){1,3}x",
    r"[^\n]{0,200};", r"\w{1,60}:", r".{0,80}x.{0,80}$", r"a?a?a?a?;", r"(?:a{1,2}){1,3};", r"(?:x|y|z){1,40};",
    r"(?:\(\w+\))?+x", r"(?:[1-9][0-9]*)?;", r"[+-]?[0-9]+(?:\.[0-9]+)?%?", r"(?:et al\.|and others)",
    r"--+$", r"={3,}[ \t]*$", r"[*_]{1,3}+[^*_\n]+[*_]", r"(?:[^_\n]|_(?!_))+__", r"`[^`\n]*`", r"(?:(?!`).)+`",
    r".*(?<![ \t])[ \t]++x", r"(?<!\\)\|", r"(?<=\n)x", r"\bx\b", r"x\Z", r"(?:^x)", r"(?:\n- [^\n]*){1,20};",
    r"[^\s,]+(?:, [^\s,]+)*;", r"(?:[a-z]+-)*[a-z]+;", r"(?s:.)x", r"(?:，|、|, )x", "[一-龥]+：", r"\N{EM DASH}+ ",
    r"(?:😀|👍)+ [0-9]+",
]  # fmt: skip
