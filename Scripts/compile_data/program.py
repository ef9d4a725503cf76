"""The program: reads the input tables, writes the output tables, checks them."""
import sys
from pathlib import Path

from . import countries, diplomacy, figures, goods, guides, worldmap
from .checks import check
from .layout import COLUMNS
from .tables import Failure, editorial, read_json, write_csv

USAGE = "usage: compile-data INPUT_DIR [OUTPUT_DIR=Data]\n       compile-data --check [DATA_DIR=Data]"
RETRIEVED = "2026-11-23"
DATASET = {
    "layout": "1", "id": "dpg-atlas-bundled", "name": "DPG Atlas bundled dataset", "version": "2026.11.1",
    "compiled": RETRIEVED, "disclaimer": worldmap.DISCLAIMER,
    "curation": "Levels, sectors, links and kinds of instrument are this project's own reading of public records, "
                "judgements for a typical national deployment and not measurements",
}


def tables(folder):
    """Every output table by name."""
    places = countries.compile_countries(folder)
    codes = {row["iso3"] for row in places}
    records = goods.read_goods(folder)
    blocks = read_json(folder / "building-blocks.json")
    systems = guides.compile_systems()
    indicators, attributes = figures.indicator_rows(), editorial("attributes")
    for row in indicators + attributes:
        del row["code"]
    series = figures.compile_series(folder, codes)
    return {
        "dataset": [{"key": k, "value": DATASET[k]} for k in sorted(DATASET)],
        "sources": [dict(row, retrieved=RETRIEVED) for row in sorted(editorial("sources"), key=lambda r: r["id"])],
        "indicators": indicators,
        "observations": figures.compile_observations(folder, codes),
        "series": series,
        "drift": figures.compile_drift(series),
        "countries": places,
        "attributes": attributes,
        "facts": figures.compile_facts(folder, codes),
        "goods": [goods.good_row(g) for g in records],
        "goods-declared": [goods.declared_row(g) for g in records],
        "goods-demand": [goods.demand_row(g) for g in records],
        "organisations": [row for g in records for row in goods.organisation_rows(g)],
        "deployments": [row for g in records for row in goods.deployment_rows(g, codes)],
        "measures": guides.compile_measures(folder),
        "measure-effects": guides.compile_effects(),
        "blocks": guides.compile_blocks(blocks),
        "block-links": guides.compile_links(blocks),
        "phases": guides.compile_phases(blocks),
        "gates": guides.compile_gates(blocks),
        "rules": guides.compile_rules(blocks),
        "standard": guides.compile_standard(blocks),
        "reference-systems": systems,
        "reference-links": guides.compile_system_links(),
        "agreements": diplomacy.compile_agreements(folder, {g["id"] for g in records}, {s["id"] for s in systems}),
    }


def main(arguments):
    checking = arguments[:1] == ["--check"]
    if checking:
        arguments = arguments[1:]
    if len(arguments) > (1 if checking else 2) or (not checking and not arguments) or "-h" in arguments:
        print(USAGE, file=sys.stderr)
        return 2
    output = Path(arguments[-1]) if checking and arguments or len(arguments) == 2 else Path("Data")
    try:
        if not checking:
            compile_all(Path(arguments[0]), output)
        problems = check(output)
    except (Failure, OSError, KeyError, ValueError) as error:
        print(f"compile-data: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    for problem in problems:
        print(f"compile-data: {problem}", file=sys.stderr)
    print(f"{len(problems)} problems" if problems else "checked: no problems")
    return 1 if problems else 0


def compile_all(source, output):
    output.mkdir(parents=True, exist_ok=True)
    compiled = tables(source)
    for name in COLUMNS:
        count = write_csv(output, name, COLUMNS[name], compiled[name])
        print(f"{count:7,} {name}.csv")
    print(f"{worldmap.compile_map(source, output):7,} world-map.txt (lines)")
