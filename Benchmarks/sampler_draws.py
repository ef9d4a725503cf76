"""What the numpy sampler draws once for all countries, and planes of bits over the draws.

A step or a level in every draw is a stack of planes, "at least 1", "at least 2" and so on, 64 draws
a word. Taking the worse of two is then an "or".
"""

import numpy as np

from sampler_goods import Moved

Value = float | np.ndarray


def is_point(value: Value | None) -> bool:
    """Whether a value is the same in all draws."""
    return not isinstance(value, np.ndarray)


class Draws:
    """What is drawn once for all countries: weights, ramps, moves of levels and answers."""

    def __init__(self, samples: int, seed: int, weights: np.ndarray, link: float,
                 moving: set[tuple[int, float]], vary: bool = True, flat: bool = False):
        self.samples, self.seed = samples, seed
        self.bytes = (samples + 63) // 64 * 8
        self.full = self.pack(np.ones(samples, bool))
        self.none = np.zeros_like(self.full)
        rng = np.random.Generator(np.random.SFC64([seed]))
        single = np.float32
        if vary:
            alpha = np.ones(9) if flat else 1 + 12 * weights
            gammas = np.stack([rng.standard_gamma(a, samples, dtype=single) for a in alpha])
            self.weights = gammas / gammas.sum(axis=0)
            low, high = max(0.0, link - 0.25), min(1.0, link + 0.25)
            self.link = single(low) + rng.random(samples, dtype=single) * single(high - low)
            self.equity = rng.random(samples, dtype=single)
            self.inverse = 1 / (single(0.9) + rng.random((8, samples), dtype=single) * single(0.2))
            moves = rng.random((6, samples), dtype=single)
        else:
            self.weights = np.repeat(weights.astype(single)[:, None], samples, axis=1)
            self.link = np.full(samples, link, single)
            self.equity = np.full(samples, 0.5, single)
            self.inverse = np.ones((8, samples), single)
            moves = np.full((6, samples), 0.5, single)
        self.shares = self.weights * (1 - self.link)
        self.coins = self.pack(rng.random((5, samples), dtype=single) < 0.5)
        self.moves: dict[tuple[int, float], tuple] = {}
        for field, chance in moving:
            down, up = moves[field] < chance / 2, moves[field] >= 1 - chance / 2
            planes = self.pack(down), self.pack(~(down | up)), self.pack(up)
            self.moves[field, chance] = np.flatnonzero(down), np.flatnonzero(up), planes
        self.field_uniforms = moves
        # By flag, filled by what knows the goods.
        self.impacts: dict[str, np.ndarray] = {}
        self.levels: dict[Moved, np.ndarray] = {}
        # A level 0 to 5 that does not move, as planes "at least 1" to "at least 5".
        stairs = np.tri(6, 5, -1, bool)[:, :, None]
        self.fixed = list(np.where(stairs, self.full, self.none))

    def pack(self, statement: np.ndarray) -> np.ndarray:
        """Bits of a statement, the last axis being the draws."""
        bits = np.packbits(statement, axis=-1)
        if bits.shape[-1] == self.bytes:
            return bits.view(np.uint64)
        padded = np.empty(statement.shape[:-1] + (self.bytes,), np.uint8)
        padded[..., :bits.shape[-1]] = bits
        padded[..., bits.shape[-1]:] = 0
        return padded.view(np.uint64)

    def plane(self, statement: bool | np.ndarray) -> np.ndarray:
        """A plane of a statement that may be the same in all draws."""
        if isinstance(statement, np.ndarray):
            return self.pack(statement)
        return self.full if statement else self.none

    def beyond(self, value: Value, limits: np.ndarray, rising: bool = True) -> np.ndarray:
        """Planes of a value that is above, or else below, each of some limits in order."""
        if is_point(value):
            crossed = value > limits if rising else value < limits
            return self.fixed[np.count_nonzero(crossed)][:len(limits)]
        return self.pack(value > limits[:, None] if rising else value < limits[:, None])

    def moved(self, level: Moved, planes: list[np.ndarray]) -> np.ndarray:
        """Of planes by level 0 to 5, the ones of the level that a draw has."""
        field, (down, same, up), chance = level
        if field < 0:
            return planes[same]
        is_down, is_same, is_up = self.moves[field, chance][2]
        result = planes[same] & is_same
        if down:
            result |= planes[down] & is_down
        result |= planes[up] & is_up
        return result

    def level(self, level: Moved) -> np.ndarray:
        """Planes "at least 1" to "at least 5" of a level."""
        if level not in self.levels:
            self.levels[level] = self.moved(level, self.fixed)
        return self.levels[level]
