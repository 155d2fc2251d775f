"""The verbs of a store: ``run``, ``mentions``, ``incidents``, ``show``, ``aggregates``, ``judge``, ``verify`` and ``weights``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli_input import (
    ALL_CODED,
    NOTHING_DONE,
    SOME_REFUSED,
    Column,
    Dumps,
    Encoding,
    Files,
    Metadata,
    Published,
    Source,
    day_of,
    fail,
    given_dumps,
    read_options,
    say,
    some_reports,
    verb,
)
from reportedly.errors import Problem
from reportedly.incidents import Grade, Verdict
from reportedly.output import Format

if TYPE_CHECKING:
    from reportedly.annotate.gazetteer import Gazetteer
    from reportedly.incident_view import Exhibit
    from reportedly.judging import Asked, Judged
    from reportedly.linking import Linker
    from reportedly.runs import Tools
    from reportedly.store import IncidentFilter, Store

WAIT = 2.0
"""Seconds that a judgement waits for a run's lock: a short run is over by then."""

StoreFile = Annotated[Path, typer.Argument(help="The store.", metavar="STORE")]
First = Annotated[str | None, typer.Option("--from", help="On this day or later: YYYY-MM-DD.")]
Last = Annotated[str | None, typer.Option("--to", help="On this day or before: YYYY-MM-DD.")]
Place = Annotated[str | None, typer.Option(help="Part of a place's or province's name, in any script or spelling.")]
OfType = Annotated[str | None, typer.Option("--type", help="Part of the name of an event type or sub-event type.")]
Actor = Annotated[str | None, typer.Option(help="Part of an actor's name, or its id, in any role and telling.")]
OfGrade = Annotated[Grade | None, typer.Option("--grade", help="How well the event is borne out.")]


def register(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    for function in (run, mentions, incidents, show, aggregates, verify, weights):
        app.command()(function)
    # `set ID killed -3` is a value to refuse in plain words, no option.
    app.command(context_settings={"ignore_unknown_options": True})(judge)


def _options_told(**given: object) -> tuple[str, ...]:
    """Return the options that were given, as they are written."""
    return tuple(f"--{name} {value}" for name, value in given.items() if value)


def _tools(linker: Linker, dumps: list[Path], told: tuple[str, ...], problems: list[Problem]) -> Tools:
    from reportedly.output import terminal, waiting
    from reportedly.pipeline import Coder
    from reportedly.provenance import provenance
    from reportedly.runs import Tools

    def coder() -> Coder:
        with waiting(terminal(True), "loading the parser and the gazetteer (the first run makes its index)"):
            made = Coder(places=tuple(dumps))
        problems.extend(made.problems)
        return made

    return Tools(provenance(dumps, told), coder, linker)


def run(  # noqa: PLR0913, PLR0917 - each is an option of the command
    files: Files,
    into: Annotated[Path, typer.Option("--into", help="The store; made if it is not there.", metavar="STORE")],
    metadata: Metadata = None,
    places: Dumps = None,
    published: Published = None,
    source: Source = None,
    encoding: Encoding = None,
    column: Column = None,
) -> None:
    """Code reports into a store and join their mentions into incidents."""
    from reportedly.messages import problem_lines, refused_lines

    problems: list[Problem] = []
    with verb():
        options, dumps = read_options(metadata, published, source, encoding, column), given_dumps(places)
        told = _options_told(metadata=metadata, published=published, source=source, encoding=encoding, column=column)
        reports = some_reports(files, options, problems, "run")

        from reportedly.reweighing import linker_of
        from reportedly.runs import run_into
        from reportedly.store import open_store, writing
        from reportedly.store_output import ScreenWatch, summary_lines

        watch = ScreenWatch()
        with open_store(into, create=True) as store, writing(into):
            summary = run_into(store, reports, _tools(linker_of(store), dumps, told, problems), watch)
        say(problem_lines(problems))
        say(watch.tally.uncoded_lines())
        say(refused_lines(problems))
        say(summary_lines(summary))
    raise typer.Exit(SOME_REFUSED if any(problem.refused for problem in problems) else ALL_CODED)


def _note_if_stale(store: Store) -> None:
    from reportedly.store import link_state

    if link_state(store).stale:
        say([f"note: {store.path}: a run has not ended, and incidents are as before it; run it again to join them"])


def mentions(
    store: StoreFile,
    format_: Annotated[Format, typer.Option("--format", help="How to print the mentions.")] = Format.TABLE,
    all_: Annotated[bool, typer.Option("--all", help="Also those that a reviewer rejected.")] = False,
) -> None:
    """Print the mentions of a store, each with its incident."""
    from reportedly.store import open_store, read_shown
    from reportedly.store_output import print_mentions

    with verb(), open_store(store) as opened:
        _note_if_stale(opened)
        count = print_mentions(read_shown(opened, rejected=all_), format_)
        if not count:
            say([f"{store}: no mentions"])


def verify(store: StoreFile) -> None:
    """Check that no judgement was changed, put in or taken out behind the program's back."""
    from reportedly.store import open_store
    from reportedly.store import verify as verified

    with verb(), open_store(store) as opened:
        last = verified(opened)
        typer.echo(f"judgements are as they were made; the last is {last}" if last else "no judgements yet")


def _filter(
    first: str | None, last: str | None, place: str | None, type_: str | None, actor: str | None, grade: Grade | None
) -> IncidentFilter:
    from reportedly.store import IncidentFilter

    start, end = day_of(first, "--from"), day_of(last, "--to")
    if start and end and end < start:
        raise fail(f"--from {start} lies after --to {end}")
    types = _known_types(type_) if type_ else ()
    also = _known_actors(actor) if actor else ()
    return IncidentFilter(start, end, place, None, actor, grade, types=types, actors=also)


def _known_types(words: str) -> tuple[str, ...]:
    """Return the types that words mean, with a note where they are several."""
    from reportedly.codebook import EVENT_TYPES, SUB_EVENT_TYPES, types_meant

    names = types_meant(words)
    if not names:
        raise fail(
            f"--type {words}: part of no type's name; the types are {', '.join(sorted({*EVENT_TYPES, *SUB_EVENT_TYPES}))}"
        )
    alone = [name for name in names if SUB_EVENT_TYPES.get(name) not in names]
    if len(alone) > 1:
        say([f"note: --type {words} means {', '.join(alone)}"])
    return names


def _known_actors(words: str) -> tuple[str, ...]:
    """Return the neutral names of the actors that words mean in either script ("داعش", "الشباب"), with a note on several."""
    from reportedly.linking import actors_meant

    names = actors_meant(words)
    if len(names) > 1:
        say([f"note: --actor {words} means {', '.join(names)}"])
    return names


def incidents(  # noqa: PLR0913, PLR0917 - each is an option of the command
    store: StoreFile,
    first: First = None,
    last: Last = None,
    place: Place = None,
    type_: OfType = None,
    actor: Actor = None,
    grade: OfGrade = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the incidents.")] = Format.TABLE,
) -> None:
    """List the incidents of a store."""
    from reportedly.incident_tables import LEGEND
    from reportedly.store import open_store, read_incidents
    from reportedly.store_output import print_incidents

    with verb():
        wanted = _filter(first, last, place, type_, actor, grade)
        with open_store(store) as opened:
            _note_if_stale(opened)
            count = print_incidents(read_incidents(opened, wanted), format_)
        if format_ is Format.TABLE:
            say([*(LEGEND if count else ()), f"{count} incident{'' if count == 1 else 's'}"])


def _exhibits(store: Store, wanted: IncidentFilter) -> Iterator[Exhibit]:
    from reportedly.incident_view import Exhibit
    from reportedly.reckoning import series_counts
    from reportedly.store import read_history, read_incidents, read_judgements, read_links, read_shown

    judgements = tuple(a.judgement for a in read_judgements(store))
    for shown in list(read_incidents(store, wanted)):
        ident = shown.incident.incident_id
        told = tuple(read_shown(store, mention_ids=shown.incident.mention_ids))
        concerned = {judgement for mention in told for judgement in mention.judgements}
        own = tuple(j for j in judgements if j.judgement_id in concerned)
        counts = tuple(series_counts(store, (mention.mention for mention in told)))
        yield Exhibit(shown, told, read_links(store, ident), read_history(store, ident), own, counts)


def show(  # noqa: PLR0913, PLR0917 - each is an option of the command
    store: StoreFile,
    incident: Annotated[
        list[str] | None, typer.Argument(help="Ids of incidents or of their mentions, or how they begin.")
    ] = None,
    first: First = None,
    last: Last = None,
    place: Place = None,
    type_: OfType = None,
    actor: Actor = None,
    grade: OfGrade = None,
) -> None:
    """Show incidents with every rival telling: those named, or those that fit the options."""
    from dataclasses import replace

    from reportedly.store import find_incident, open_store
    from reportedly.store_output import print_exhibits

    with verb():
        wanted = _filter(first, last, place, type_, actor, grade)
        if not incident and not any((first, last, place, type_, actor, grade)):
            raise fail("show: name an incident, or say which by --from, --to, --place, --type, --actor or --grade")
        with open_store(store) as opened:
            _note_if_stale(opened)
            if incident:
                ids = tuple(dict.fromkeys(find_incident(opened, word) for word in incident))
                wanted = replace(wanted, incident_ids=ids)
            found = list(_exhibits(opened, wanted))
            print_exhibits(found)
            if not found:
                say([f"{store}: no such incident"])
                raise typer.Exit(NOTHING_DONE)


def aggregates(
    store: StoreFile,
    format_: Annotated[Format, typer.Option("--format", help="How to print the aggregates.")] = Format.TABLE,
) -> None:
    """List totals that reports give, beside what the store's incidents come to."""
    from reportedly.aggregate_tables import LEGEND
    from reportedly.reckoning import aggregates as reckoned
    from reportedly.store import open_store
    from reportedly.store_output import print_aggregates

    with verb(), open_store(store) as opened:
        _note_if_stale(opened)
        count = print_aggregates(reckoned(opened), format_)
        if format_ is Format.TABLE:
            say([*(LEGEND if count else ()), f"{count} aggregate{'' if count == 1 else 's'}"])


def judge(
    store: StoreFile,
    verdict: Annotated[Verdict, typer.Argument(help="What is decided.")],
    what: Annotated[
        list[str],
        typer.Argument(
            help="Ids of mentions or incidents; for `set`: ID FIELD VALUE, - for not known; for `undo`: a judgement. "
            "To reject one claim: ID FIELD CLAIMANT."
        ),
    ],
    who: Annotated[str, typer.Option(help="The reviewer, as they sign.", envvar="REPORTEDLY_WHO")],
    why: Annotated[str | None, typer.Option(help="The reason.")] = None,
) -> None:
    """Append a reviewer's judgement, and join what it concerns anew."""
    from reportedly.incident_view import judged_field
    from reportedly.judging import judge as judge_store
    from reportedly.locating import located
    from reportedly.reweighing import linker_of
    from reportedly.runs import utc_now
    from reportedly.store import open_store, writing

    with verb():
        unknown = next((word for word in what if re.match(r"--|-[^\W\d]", word)), None)
        if unknown is not None:
            raise fail(f"judge: {unknown}: no such option; the options are --who and --why")
        asked = _asked(verdict, what, who, why)
        with open_store(store) as opened, writing(store, WAIT):
            if asked.field == "place" and verdict is Verdict.SET and "@" not in (asked.value or "@"):
                found = located(opened, asked, _gazetteer)
                asked = found.asked
                say([found.note])
            done = judge_store(opened, asked, linker_of(opened), utc_now)
        for made in done.judgements:
            concerned = made.undoes or ", ".join(made.mentions)
            typer.echo(f"judgement {made.judgement_id}: {made.verdict.value}{judged_field(made)} {concerned}")
        typer.echo(f"now in incidents: {', '.join(done.incident_ids) or 'none'}")
        say(_notes(done))
        if len(done.judgements) > 1:
            ids = " ".join(made.judgement_id for made in done.judgements)
            say([f"note: to take all of it back: reportedly judge {store} undo {ids}"])


def _asked(verdict: Verdict, what: list[str], who: str, why: str | None) -> Asked:
    """Return what is asked for: ``set ID FIELD VALUE``, ``reject ID FIELD CLAIMANT``, else ids alone."""
    from reportedly.judging import Asked
    from reportedly.store import CLAIMED

    if verdict is Verdict.SET:
        if len(what) != 3:
            raise fail("judge: for `set` write ID FIELD VALUE, with - for a value that is not known")
        return Asked(verdict, (what[0],), who, why, what[1], None if what[2] == "-" else what[2])
    if verdict is Verdict.REJECT and len(what) > 1 and what[1] in CLAIMED:
        if len(what) != 3:
            raise fail("judge: to reject one claim write ID FIELD CLAIMANT, the claimant as `show` names it")
        return Asked(verdict, (what[0],), who, why, what[1], what[2])
    return Asked(verdict, tuple(what), who, why)


def _gazetteer() -> Gazetteer:
    from reportedly.annotate.gazetteer import load_gazetteer

    return load_gazetteer(tuple(given_dumps(None)))


def _notes(done: Judged) -> Iterator[str]:
    """Yield what a judgement did to incidents beyond the mentions that it names."""
    for word, held in done.former:
        yield f"note: {word} is a former incident, now part of {held}; what it held itself is judged"
    for former, now in done.came_apart:
        yield f"note: incident {former} came apart; it is now {', '.join(now)}"
    for former, now in done.ended:
        what = "came apart; it is now" if len(now) > 1 else "is no more; its mentions are now in"
        yield f"note: incident {former}, which you did not name, {what} {', '.join(now) or 'none'}"


def weights(
    store: StoreFile,
    estimate: Annotated[
        bool,
        typer.Option(
            "--estimate", help="Estimate them anew on the mentions that a reviewer accepted, joined or parted."
        ),
    ] = False,
    keys: Annotated[
        Path | None, typer.Option(help="Estimate on this CSV instead: columns mention_id and key, one key an event.")
    ] = None,
    use: Annotated[
        str | None, typer.Option(help="Link by the weights in this TOML file, or by those `shipped`.")
    ] = None,
) -> None:
    """Print the weights by which mentions are joined, estimate them anew, or change them."""
    from reportedly.reweighing import (
        estimate_table,
        estimated,
        judged_keys,
        read_keys,
        read_table,
        table_of,
        use_weights,
    )
    from reportedly.runs import utc_now
    from reportedly.store import open_store, writing

    with verb():
        if use is not None and (estimate or keys):
            raise fail("weights: estimate first, look at the table, then give its file to --use")
        with open_store(store) as opened:
            if use is not None:
                table = None if use == "shipped" else read_table(Path(use))
                with writing(store, WAIT):
                    done = use_weights(opened, table, utc_now)
                say([f"linked anew by {use}: {done.made} incidents new, {done.gone} gone"])
            elif estimate or keys:
                found = estimated(opened, read_keys(keys) if keys else judged_keys(opened))
                typer.echo(estimate_table(found), nl=False)
                say([f"from {found.pairs.one} pairs of one event and {found.pairs.two} of two"])
            else:
                typer.echo(table_of(opened), nl=False)
