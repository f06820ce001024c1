"""A page as one page for each ink of the press, in grey: what any rasteriser makes of them are the plates.

Only of pages that hold nothing but DeviceCMYK and DeviceGray, flat: what CoverKit writes, and what PDF/X-1a is at its plainest.
"""

from __future__ import annotations
