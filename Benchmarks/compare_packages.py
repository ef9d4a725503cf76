"""The same work in numpy and in decision packages: scoring and ranking goods by their adequacies."""

import contextlib
import importlib.metadata
import io
import statistics
import time
import warnings
from collections.abc import Callable
from types import SimpleNamespace

import numpy as np

import sampler_country  # noqa: F401  (makes the plain implementation known)
from fit_reference import DIMENSIONS, Pair, Place, World

LINK = 0.5
Rank = Callable[[np.ndarray, np.ndarray], np.ndarray]


def cpu_ms(work: Callable[[], object], least_runs: int = 5, seconds: float = 1.0) -> float:
    """Median CPU milliseconds of some work, after one run that is not counted."""
    work()
    times: list[float] = []
    while len(times) < least_runs or (sum(times) < seconds * 1e3 and len(times) < 50):
        begin = time.process_time_ns()
        work()
        times.append((time.process_time_ns() - begin) / 1e6)
    return statistics.median(times)


def adequacies(world: World, goods: list[str]) -> np.ndarray:
    """Adequacy at the cautious end by the plain implementation: countries x goods x dimensions."""
    result = np.empty((len(world.countries), len(goods), len(DIMENSIONS)))
    for row, iso3 in enumerate(world.countries):
        place = Place(world, iso3)
        made: dict[tuple, list[float]] = {}
        for column, good in enumerate(goods):
            pair = Pair.__new__(Pair)
            asked = world.demand[good]
            pair.place, pair.good, pair.asked = place, good, asked
            pair.record, pair.declared = world.goods[good], world.declared[good]
            pair.operator = asked["operator"]
            pair.public = pair.operator == "citizens"
            pair.channels = asked["channels"].split(";")
            pair.goals, pair.weakest_link = [], LINK
            pair.weight = dict.fromkeys(DIMENSIONS, 1 / len(DIMENSIONS))
            pair.levels()
            key = pair.operator, *pair.level.values()
            if key not in made:
                pair.adequacies()
                made[key] = [pair.adequacy[dimension][0] for dimension in DIMENSIONS]
            result[row, column] = made[key]
    return result


def numpy_whole(matrices: np.ndarray, weakest: bool) -> Callable[[], np.ndarray]:
    """Scoring and ordering every good of every country at once, dimensions first."""
    table = np.ascontiguousarray(np.moveaxis(matrices, 2, 0), np.float32)
    flat = table.reshape(len(table), -1)
    weights = np.full(len(table), 1 / len(table), np.float32)

    def work() -> np.ndarray:
        scores = weights @ flat
        if weakest:
            scores *= np.float32(1 - LINK)
            scores += np.float32(LINK) * flat.min(axis=0)
        return np.argsort(-scores.reshape(table.shape[1:]), axis=1)

    return work


def numpy_weights(matrix: np.ndarray, vectors: int) -> Callable[[], np.ndarray]:
    """Orders of the goods of one country under many weight vectors, drawing included."""
    table = np.ascontiguousarray(matrix.T, np.float32)

    def work() -> np.ndarray:
        rng = np.random.Generator(np.random.SFC64(1))
        weights = rng.standard_exponential((vectors, len(table)), dtype=np.float32)
        weights /= weights.sum(axis=1, keepdims=True)
        return np.argsort(-(weights @ table), axis=1)

    return work


def packages() -> list[tuple[str, str, Rank]]:
    """Name, what is called, and ranks of the goods of a matrix under a weight vector."""
    from pyDecision.algorithm import saw_method
    from pymcdm.methods import WSM
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    # Adequacies are on one scale, so no package is asked to rescale them; SAW always does.
    plain, model = WSM(normalization_function=lambda column, cost: column), WeightedSumModel()

    def pymcdm(checks: bool) -> Rank:
        def rank(matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
            kinds = np.ones(matrix.shape[1])
            return plain.rank(plain(matrix, weights, kinds, validation=checks))
        return rank

    def skcriteria(matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
        return model.evaluate(mkdm(matrix, [max] * matrix.shape[1], weights=weights)).rank_

    def pydecision(matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
        flow = saw_method(matrix, ["max"] * matrix.shape[1], weights, graph=False, verbose=False)
        return np.argsort(np.argsort(-flow[:, 1])) + 1

    return [("pymcdm", "WSM, checks off", pymcdm(False)),
            ("pymcdm", "WSM, checks on (its default)", pymcdm(True)),
            ("scikit-criteria", "WeightedSumModel", skcriteria),
            ("pyDecision", "saw_method", pydecision)]


def version(name: str) -> str:
    """Name and version of an installed package."""
    return f"{name} {importlib.metadata.version(name)}"


def measure(matrices: np.ndarray, vectors: int, measured: int) -> list[SimpleNamespace]:
    """For each package: milliseconds for all countries once, and for many weight vectors of one."""
    count = matrices.shape[2]
    equal = np.full(count, 1 / count)
    part = matrices[::5]
    one = matrices[len(matrices) // 2]
    weights = np.random.default_rng(1).dirichlet(np.ones(count), measured)
    results = []
    for name, call, rank in packages():
        def countries() -> None:
            for matrix in part:
                rank(matrix, equal)

        def draws() -> None:
            for vector in weights:
                rank(one, vector)

        # A column of zeros divides by zero in some of them; what they print is not timed.
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            check(name, rank(one, equal), one / one.max(axis=0) if name == "pyDecision" else one)
            results.append(SimpleNamespace(
                name=name, call=call,
                countries=cpu_ms(countries, 3) * len(matrices) / len(part),
                draws=cpu_ms(draws, 3) * vectors / measured))
    return results


def check(name: str, ranks: np.ndarray, matrix: np.ndarray) -> None:
    """Ends the run if the goods that a package ranks first do not have the greatest mean."""
    scores = matrix.mean(axis=1)
    ranks = np.asarray(ranks)
    if not np.allclose(scores[ranks == ranks.min()], scores.max()):
        raise SystemExit(f"{name} ranks other goods first than a weighted sum does")
