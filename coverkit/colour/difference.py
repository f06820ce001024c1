"""The CIEDE2000 colour difference. Pure arithmetic."""

from __future__ import annotations

import math

Lab = tuple[float, float, float]

_25_TO_7 = 25.0**7


def delta_e00(first: Lab, second: Lab) -> float:
    """Return the CIEDE2000 difference of two CIELAB colours (kL = kC = kH = 1).

    Source: CIE 142-2001; Sharma, Wu, Dalal, Color Research and Application 30 (2005), whose data pairs are the tests.
    """
    stretch = 1.0 + 0.5 * (1.0 - _chroma_weight((_chroma(first) + _chroma(second)) / 2))
    l1, a1, b1 = first[0], first[1] * stretch, first[2]
    l2, a2, b2 = second[0], second[1] * stretch, second[2]
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = _hue(a1, b1), _hue(a2, b2)
    d_l, d_c = l2 - l1, c2 - c1
    d_h = 2.0 * math.sqrt(c1 * c2) * math.sin(math.radians(_hue_step(h1, h2, c1 * c2)) / 2)
    l_mean, c_mean, h_mean = (l1 + l2) / 2, (c1 + c2) / 2, _hue_mean(h1, h2, c1 * c2)
    off_middle = (l_mean - 50.0) ** 2
    s_l = 1.0 + 0.015 * off_middle / math.sqrt(20.0 + off_middle)
    s_c = 1.0 + 0.045 * c_mean
    s_h = 1.0 + 0.015 * c_mean * _hue_weight(h_mean)
    part_l, part_c, part_h = d_l / s_l, d_c / s_c, d_h / s_h
    rotation = -math.sin(math.radians(60.0 * math.exp(-(((h_mean - 275.0) / 25.0) ** 2)))) * 2.0 * _chroma_weight(c_mean)
    return math.sqrt(max(0.0, part_l**2 + part_c**2 + part_h**2 + rotation * part_c * part_h))


def _chroma(colour: Lab) -> float:
    return math.hypot(colour[1], colour[2])


def _chroma_weight(chroma: float) -> float:
    power = chroma**7
    return math.sqrt(power / (power + _25_TO_7))


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360.0 if a or b else 0.0


def _hue_step(h1: float, h2: float, chroma_product: float) -> float:
    if chroma_product == 0:
        return 0.0
    step = h2 - h1
    if step > 180.0:
        return step - 360.0
    return step + 360.0 if step < -180.0 else step


def _hue_mean(h1: float, h2: float, chroma_product: float) -> float:
    total = h1 + h2
    if chroma_product == 0:
        return total
    if abs(h1 - h2) <= 180.0:
        return total / 2
    return (total + 360.0) / 2 if total < 360.0 else (total - 360.0) / 2


def _hue_weight(hue: float) -> float:
    def wave(factor: float, shift: float) -> float:
        return math.cos(math.radians(factor * hue + shift))

    return 1.0 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63)
