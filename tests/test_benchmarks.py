"""The benchmark: it compares what really was read, and says what it could not measure."""

import json
import sys
from pathlib import Path

import pytest

import paperdigest
from paperdigest import parse_digest
from tests.samples import EXAMPLES

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import around  # noqa: E402
import growth  # noqa: E402
import invented  # noqa: E402
import keeping  # noqa: E402
import measure  # noqa: E402
import peers  # noqa: E402
import picture  # noqa: E402
import plain  # noqa: E402
import run  # noqa: E402

sys.path.remove(str(BENCHMARKS))

WEEKS, ROWS = invented.weeks(2), invented.rows(20)


def test_the_plain_script_reads_the_same() -> None:
    """On the house style the plain script gets the values that `parse_digest` gives."""
    text = EXAMPLES["daily-papers"]
    digest = parse_digest(text)
    assert plain.read(text) == {
        "date": str(digest.date),
        "papers": [
            {
                "title": paper.title,
                "url": paper.url,
                "votes": paper.votes,
                "authors": list(paper.authors),
                "media": [
                    {"kind": each.kind, "url": each.url, "alt": each.alt} for each in paper.media
                ],
                "sections": [{"label": each.label, "text": each.text} for each in paper.sections],
            }
            for paper in digest.papers
        ],
    }


def test_the_plain_scripts_read_the_same_tables() -> None:
    """On invented tables the plain scripts find the papers that `parse_digest` finds."""
    weekly = [paper for week in plain.read_weeks(WEEKS) for paper in week["papers"]]  # type: ignore[attr-defined]
    assert [each["title"] for each in weekly] == [p.title for p in parse_digest(WEEKS).papers]
    assert [len(each["sections"]) for each in weekly] == [5] * 20
    rows = plain.read_rows(ROWS)
    assert [each["url"] for each in rows] == [paper.url for paper in parse_digest(ROWS).papers]


def test_a_peer_that_passes_over_the_text_is_found_out() -> None:
    """A peer is measured only where it finds the links; one in a hundred may be missing."""
    texts, links = ["[a](b)"], [["b"]]
    peers.Peer("reads", str, lambda text: ["b"]).check(texts, links)
    with pytest.raises(ValueError, match="idles did not find 1 links, such as b"):
        peers.Peer("idles", str, lambda text: []).check(texts, links)
    many = [[str(number) for number in range(100)]]
    peers.Peer("nearly", str, lambda text: many[0][1:]).check(texts, many)


@pytest.mark.parametrize("peer", peers.available().values(), ids=lambda peer: peer.name)
def test_every_peer_parses(peer: peers.Peer) -> None:
    """Each peer that is installed finds the links of an example."""
    text = EXAMPLES["daily-papers"]
    peer.check([text], [[paper.url for paper in parse_digest(text).papers if paper.url]])


@pytest.mark.parametrize(("power", "expected"), [(1, 2), (2, 4)])
def test_growth_is_that_of_the_worst_doubling(
    monkeypatch: pytest.MonkeyPatch, power: int, expected: float
) -> None:
    """Time that grows with the length shows as two, with its square as four."""
    monkeypatch.setattr(measure, "seconds", lambda job: len(job[1][0]) ** power)
    assert measure.growth(str, "abc", 2) == expected


@pytest.mark.parametrize(("power", "found"), [(1, None), (1.4, None), (1.5, "23"), (2, "64")])
def test_time_that_grows_faster_than_the_text_is_told(
    monkeypatch: pytest.MonkeyPatch, power: float, found: str | None
) -> None:
    """Eight times the size may take somewhat more than eight times as long, and no more."""
    monkeypatch.setattr(measure, "seconds", lambda job: float(job[1][0] ** power))
    told = found and f"a job: {found} times as long at eight times the size"
    assert growth.too_fast(growth.Job("a job", str, int, 800)) == told


def test_time_that_is_too_short_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes less than a thousandth of a second is not compared."""
    monkeypatch.setattr(measure, "seconds", lambda job: 1e-9 * job[1][0] ** 2)
    assert growth.too_fast(growth.Job("a job", str, int, 800)) is None


@pytest.mark.parametrize("part", growth.PARTS)
def test_every_job_can_be_done(part: str) -> None:
    """Each job takes what is made for it, of a small size here."""
    jobs = list(growth.PARTS[part]())
    assert len(jobs) > 10
    for job in jobs[:: max(len(jobs) // 40, 1)]:
        job.use(job.make(job.size // 5_000))


def test_growth_that_is_too_fast_is_an_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command names the jobs that grow too fast, and ends with an error if there is one."""
    jobs = [growth.Job("good", str, int, 8), growth.Job("bad", str, int, 8)]
    monkeypatch.setattr(growth, "PARTS", {"these": lambda: jobs, "others": lambda: jobs[:1]})
    monkeypatch.setattr(growth, "too_fast", lambda job: "told" if job.name == "bad" else None)
    assert growth.main(["others"]) == 0
    assert growth.main([]) == 1
    shown = capsys.readouterr().out
    assert shown.count("others: 1 jobs, 0 grow faster than the text") == 2
    assert "told\nthese: 2 jobs, 1 grow faster than the text" in shown
    with pytest.raises(SystemExit):
        growth.main(["nothing"])
    assert "no such part: nothing; give these, others" in capsys.readouterr().err


def test_every_place_is_asked_for() -> None:
    """What locates every value asks for authors and sections one by one, and finds all."""
    digest = parse_digest(EXAMPLES["daily-papers"])
    values = 0
    for paper in digest.papers:
        single = (paper.title, paper.url, paper.arxiv_id, paper.votes, paper.category)
        values += sum(value is not None for value in (*single, paper.published))
        values += len(paper.authors) + len(paper.media) + len(paper.fields) + len(paper.links)
        values += sum(1 + (section.label is not None) for section in paper.sections)
    assert around.locate_all(digest) == values


def test_edits_change_what_they_say() -> None:
    """Each edit that is measured gives another text, of the number of papers that it says."""
    digest = parse_digest(EXAMPLES["daily-papers"])
    count = len(digest.papers)
    edits = {
        around.removed: count - 1, around.inserted: count + 1, around.turned: count,
        around.renamed: count, around.voted: count, around.retitled: count, around.resaid: count,
        around.alone: 1,
    }  # fmt: skip
    for edit, papers in edits.items():
        assert len(edit(digest).papers) == papers
        assert edit(digest) != digest
    for each in (around.replace_each, around.replace_at):
        assert [paper.votes for paper in each(digest).papers] == list(range(count))


def test_a_digest_of_no_family_has_papers() -> None:
    """The text of no family is read by the general dialect, which finds its papers."""
    text = invented.of_no_family(3_000)
    assert 3_000 <= len(text) < 4_500
    digest = parse_digest(text)
    assert digest.dialect is not None
    assert digest.dialect.name == "general"
    assert len(digest.papers) == text.count("\n## ")


def test_memory_counts_what_stays() -> None:
    """What is kept of a text counts, by the memory of the text, and the text if it is kept."""
    texts = ["a" * 1_000_000] * 3  # so long that what the interpreter itself keeps is no part
    assert measure.memory(lambda text: None, texts) < 0.01
    assert 0.9 < measure.memory(lambda text: text, texts) < 1.1
    assert 1.9 < measure.memory(lambda text: text + text, texts) < 2.1


def test_the_command_prints_every_figure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a corpus and without peers the rest is measured, and what is missing is said."""
    monkeypatch.setattr(run, "_REPEATS", 1)
    monkeypatch.setattr(run, "HOSTILE", {"brackets": "["})
    monkeypatch.setattr(keeping, "_DIGESTS", 4)
    monkeypatch.setattr(around, "_PAPERS", 20)
    monkeypatch.setattr(invented, "weeks", lambda: WEEKS)
    monkeypatch.setattr(invented, "rows", lambda count=20: ROWS)
    monkeypatch.setattr(peers, "available", dict[str, peers.Peer])
    monkeypatch.setattr(run, "CORPUS", tmp_path / "nowhere")
    assert run.main(["--rounds", "1", "--json", str(tmp_path / "figures.json")]) == 0
    shown = capsys.readouterr().out
    found = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert "the project's own examples, repeated" in shown
    assert (
        "Not installed, so not measured: cmarkgfm (C), cmarkgfm with tables (C), pyromark" in shown
    )
    assert [each["name"] for each in found] == [
        "parse_digest : parse_digest once, daily-papers",
        "the same, values unread : daily-papers",
        "parse_digest : parse_digest once, papers-of-the-week",
        "the same, values unread : papers-of-the-week",
        "parse_digest : parse_digest once, cv-arxiv-daily",
        "the same, values unread : cv-arxiv-daily",
        "serialize_digest, unedited : parse_digest once",
        "list(tokenize) : parse_digest once",
        "diagnose : parse_digest once",
        "repair : parse_digest once",
        "parse, and locate every value : parse_digest once",
        "a paper removed, written : parse_digest once",
        "a paper inserted, written : parse_digest once",
        "papers reversed, written : parse_digest once",
        "all titles changed, written : parse_digest once",
        "canonical writing : parse_digest once",
        "votes edited, written : parse_digest of that paper once",
        "title edited, written : parse_digest of that paper once",
        "section edited, written : parse_digest of that paper once",
        "memory kept by locate : memory of the texts",
        "9,000 papers replaced one by one : 900",
        "9,000 papers replaced one by one : 900, each taken from the last digest",
        "5,000 digests kept : dropped",
        "the same, values unread : dropped",
        "process pool of 2 : parse_digest once",
        "the same : one process, values unread",
        "pickle of a digest : its text, in bytes",
        "dumps and loads : parse_digest once",
        "memory of one paper kept of thousands : its row",
        "memory of digests with all values : their texts",
        "the same, values unread : their texts",
        "time for 2n : time for n, digests joined",
        "time for 2n : time for n, brackets",
        "from paperdigest import parse_digest : import attrs, regex",
        "first parse : import",
        "first parse, no family : first parse once",
        "parse_digest, no family : once, same length",
    ]
    assert all(each["name"] in shown and each["value"] > 0 for each in found)


def test_what_figures_count_from_is_measured_with_another_version(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the package of another version, each figure counts from what that takes here."""
    monkeypatch.setattr(run, "_REPEATS", 1)
    monkeypatch.setattr(invented, "weeks", lambda: WEEKS)
    monkeypatch.setattr(invented, "rows", lambda: ROWS)
    monkeypatch.setattr(plain, "ONCE", dict.fromkeys(plain.ONCE, 0.0))
    run.measure_once(Path(paperdigest.__file__).parents[1], None, 1)
    assert all(value > 0 for value in plain.ONCE.values())
    assert "Once, by the plain scripts: daily-papers " in capsys.readouterr().out


def test_the_picture_shows_times_by_our_own() -> None:
    """Each library has a bar, the shortest time first."""
    values = {
        "parse_digest : cmarkgfm (C), daily-papers": 0.5,
        "the same, values unread : cmarkgfm (C), daily-papers": 0.125,
        "parse_digest : cmarkgfm (C), daily-arxiv": 0.1,
        "the same, values unread : cmarkgfm (C), daily-arxiv": 0.01,
        "marko : parse_digest": 90.0,
        "parse_digest : parse_digest once, daily-papers": 0.7,
        "serialize_digest, unedited : parse_digest": 0.2,
        "parse_digest : pyromark (Rust), daily-papers": 2.0,
    }
    libraries = ["cmarkgfm (C)", "marko", "pyromark (Rust)"]
    assert picture.times(values, libraries) == {
        "paperdigest, values unread": 0.25, "pyromark (Rust)": 0.5, "paperdigest": 1.0,
        "cmarkgfm (C)": 2.0, "marko": 90.0,
    }  # fmt: skip
    assert list(picture.times(values, libraries)) == [
        "paperdigest, values unread",
        "pyromark (Rust)",
        "paperdigest",
        "cmarkgfm (C)",
        "marko",
    ]
