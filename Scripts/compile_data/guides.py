"""Measures, building blocks, phases, gates, rules of thumb, the standard, and the Indian reference systems."""
from .tables import address, editorial, joined, number, read_json

OWN = ("Atlas proposal", "Atlas assumption")  # stand where a row rests on no public page


def page(text):
    """The address of the page that a row rests on, without remarks; empty for our own proposals."""
    return "" if text in OWN else address(text)


def compile_measures(folder):
    rows = [{
        "id": m["id"], "risk": m["risk"], "title": m["title"], "action": m["action"],
        "from_severity": m["whenSeverity"], "effort": m["effort"], "owner": m["ownerRole"],
        "phase": m["phase"], "trigger": m["trigger"], "source_address": page(m["source"]),
    } for m in read_json(folder / "mitigations.json")]
    return sorted(rows, key=lambda row: row["id"])


def compile_blocks(data):
    rows = [{"id": b["id"], "name": b["name"], "tier": b["tier"], "role": b["role"],
             "examples": joined(b["examples"]), "source_address": page(b["source"])} for b in data["blocks"]]
    return sorted(rows, key=lambda row: row["id"])


def compile_links(data):
    rows = [{"block": d["from"], "needs": d["needs"], "kind": d["kind"], "why": d["why"],
             "basis": d["basis"], "source_address": page(d["source"])} for d in data["dependencies"]]
    return sorted(rows, key=lambda row: (row["block"], row["needs"]))


def compile_phases(data):
    phases = sorted(data["phases"], key=lambda p: p["order"])
    return [{"id": p["id"], "order": str(p["order"]), "name": p["name"],
             "also_called": joined(p["alsoCalled"]), "goal": p["goal"],
             "duration": p["typicalDuration"], "duration_basis": p["durationBasis"]} for p in phases]


def compile_gates(data):
    rows = []
    for phase in sorted(data["phases"], key=lambda p: p["order"]):
        for gate in phase["gates"]:
            rows.append({"id": gate["id"], "phase": phase["id"], "criterion": gate["criterion"],
                         "evidence": gate["evidence"], "basis": gate["basis"],
                         "source_address": page(gate["source"])})
    return sorted(rows, key=lambda row: row["id"])


def compile_rules(data):
    rows = [{"id": r["id"], "topic": r["topic"], "statement": r["statement"],
             "value": number(r.get("value")), "low": number(r.get("low")), "high": number(r.get("high")),
             "unit": r.get("unit"), "basis": r["basis"], "derivation": r.get("derivation"),
             "caveat": r.get("caveat"), "year": r.get("year"), "source_address": page(r["source"])}
            for r in data["rules"]]
    return sorted(rows, key=lambda row: row["id"])


def compile_standard(data):
    return [{"no": s["no"], "name": s["name"], "meaning": s["meaning"], "source_address": page(s["source"])}
            for s in data["dpgIndicators"]]


def compile_effects():
    """What a measure lowers, by how many steps, and what has to hold in the country: all of it assumption."""
    rows = [dict(row, basis="assumption") for row in editorial("measure-effects")]
    return sorted(rows, key=lambda row: (row["measure"], row["flag"], row["factor"]))


def compile_systems():
    return sorted(editorial("reference-systems"), key=lambda row: row["id"])


def compile_system_links():
    return sorted(editorial("reference-links"), key=lambda row: (row["system"], row["good"]))
