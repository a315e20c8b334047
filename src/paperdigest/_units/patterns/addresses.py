"""Patterns of addresses: where papers are published, and where programs are."""

from paperdigest._text.arxiv import ARXIV_IDENTIFIER

#: Publishers and preprint servers by the name of their domain, under any of the suffixes.
_NAMES = (
    "arxiv", "openreview", "aclanthology", "aclweb", "doi", "alphaxiv", "biorxiv", "medrxiv", "chemrxiv",
    "semanticscholar", "jmlr", "pnas", "ar5iv", "usenix", "aaai", "iacr", "isca-speech", "ijcai",
    "roboticsproceedings", "ecva", "computer", "plos", "jstor", "osf", "acl", "eccv2020", "bmva", "isca",
    "isca-archive", "interspeech", "acs", "rsc", "siam", "nejm", "nber", "cambridge", "worldscientific",
    "degruyter", "emerald", "bmj", "thelancet", "jamanetwork", "spiedigitallibrary", "annualreviews",
    "projecteuclid", "techrxiv", "preprints", "researchsquare", "eartharxiv", "engrxiv", "psyarxiv", "jair",
    "ceur-ws", "vldb", "cidrdb", "ndss-symposium", "elifesciences", "quantum-journal", "cnki",
)  # fmt: skip
_SUFFIXES = ("org", "com", "net", "info", "eu", "io")

#: Others with their suffix; sites that hold more than papers also with the path of the papers.
_SITES = (
    r"openreview\.net", r"(?:neurips|nips|iclr|icml|mlsys)\.cc", r"mlr\.press", r"thecvf\.com", r"ieee\.org",
    r"acm\.org", r"nature\.com/articles", r"science\.org/doi", r"sciencedirect\.com", r"springer\.com",
    r"wiley\.com", r"tandfonline\.com", r"mdpi\.com", r"frontiersin\.org", r"cell\.com",
    r"ncbi\.nlm\.nih\.gov", r"ssrn\.com", r"hal\.science", r"(?:archives-ouvertes|inria)\.fr",
    r"huggingface\.co/papers", r"hf\.co/papers", r"papers\.cool", r"research\.google/pubs", r"dagstuhl\.de",
    r"jst\.go\.jp", r"nii\.ac\.jp", r"dbpia\.co\.kr", r"kci\.go\.kr", r"core\.ac\.uk", r"dblp\.org/rec",
    r"paperswithcode\.com/paper", r"oup\.com", r"sagepub\.com", r"iop\.org", r"aps\.org",
    r"royalsocietypublishing\.org",
)  # fmt: skip

_SUBDOMAINS = r"(?:[\w-]++\.){0,4}?"
#: Not a list of papers: those of an author, of a day, or found by words.
_NO_LIST = r"(?!(?:a|authors?|list|search)[/?])"

#: An address of a paper, up to the first letters of its path. Any PDF file counts as a paper.
HOST = (
    rf"https?://(?:{_SUBDOMAINS}(?:(?:{'|'.join(_NAMES)})\.(?:{'|'.join(_SUFFIXES)})|{'|'.join(_SITES)})"
    rf"/{_NO_LIST}[^\s()<>\"'\]]{{3}}|[^\s()<>\"']{{1,400}}?\.pdf(?![\w.-]))"
)

#: An arXiv identifier, and the class of the paper.
ARXIV_ID = (
    r"`?(?P<copy>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})`?"
    r"(?:[ \t]\[[\w.-]+\])?"
)

#: The start of a line with an identifier, as in a listing of arXiv: after a mark, in bold, in a link.
LISTED = (
    r"[ \t>]*+(?:#{1,6}[ ]|[*+•-][ ]|[0-9]{1,4}[.)]|\[[0-9]{1,4}\])?+[ \t*_\[]*+"
    rf"ar[Xx]iv:[ ]?(?:{ARXIV_IDENTIFIER})"
)

#: Where programs are published.
CODE_HOST = rf"https?://{_SUBDOMAINS}(?:github\.(?:com|io)|gitlab\.com|npmjs\.com|pypi\.org|crates\.io|shields\.io)\b"

#: An address without marks around it. A full stop after it ends a sentence; a bar ends the address.
ADDRESS = r"https?://(?:[^\s<>()|.,;:]++|[.,;:]++(?=[^\s<>()|.,;:]))++"
