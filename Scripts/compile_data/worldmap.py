"""world-map.txt: the compact geometry with this project's header."""
import re

from .tables import require

DISCLAIMER = ("Boundaries and names shown do not imply endorsement or acceptance of any position on the legal status "
              "of any territory. Geometry: Natural Earth (public domain), adapted.")
HEADER = [
    "#world-map 1",
    "#projection none; lon,lat in degrees x scale; ring = zigzag delta varints, alphabet A-Za-z0-9-_; "
    '"~" starts a hole; implicit close',
    "#version 2026.11.1",
    "#source Natural Earth 5.1.2 admin-0, 1:110m (low) and 1:50m (mid, simplified); disputed areas: version 4",
    "#convention UN membership and UN resolutions, not control on the ground: Crimea in UKR (A/RES/68/262); the Golan "
    "in SYR (S/RES/497); ESH whole; Northern Cyprus in CYP; Somaliland in SOM; XKX a shape of its own (S/RES/1244)",
    "#disclaimer " + DISCLAIMER,
]
SECTIONS = ("@low ", "@mid ", "@anchor ", "@disputed ")


def compile_map(folder, output):
    lines = (folder / "world-map.txt").read_text(encoding="ascii").splitlines()
    body = [line for line in lines if line and not line.startswith("#")]
    starts = tuple(line.split(" ")[0] + " " for line in body if line.startswith("@"))
    require(starts == SECTIONS, f"sections of the map differ: {starts}")
    text = "\n".join(HEADER + body) + "\n"
    (output / "world-map.txt").write_bytes(text.encode("ascii"))
    return text.count("\n")

def check_map(folder):
    """The disclaimer is there, and every section has the rows it announces."""
    text = (folder / "world-map.txt").read_text(encoding="ascii")
    problems = [] if DISCLAIMER in text else ["world-map.txt: the disclaimer is missing"]
    rows, declared, section = {}, {}, ""
    for line in text.splitlines():
        if line.startswith("@"):
            section = line.split()[0]
            declared[section] = int(re.search(r"rows=(\d+)", line).group(1))
        elif not line.startswith("#"):
            rows[section] = rows.get(section, 0) + 1
    return problems + ([] if rows == declared else [f"world-map.txt: rows {rows}, declared {declared}"])
