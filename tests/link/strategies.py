"""Random tellings, close enough to each other that many are linked."""

from __future__ import annotations

from hypothesis import strategies as st

from .make import COUNTRY, FAR, NEARBY, PROVINCE, TALL, TALL_ARABIC, UNMAPPED, Told

tolls = st.sampled_from((None, None, (0, 0, 0), (1, 1, 1), (2, 3, None), (5, 5, 5), (6, 6, None)))

told = st.builds(
    Told,
    report=st.sampled_from(("r1", "r2", "r3", "r4")),
    day=st.sampled_from((None, "2031-05-03", "2031-05-04", "2031-05", "XXXX-05-04", "2031-05-03/2031-05-06", "2029")),
    site=st.sampled_from((TALL, TALL_ARABIC, NEARBY, FAR, PROVINCE, COUNTRY, UNMAPPED, None)),
    sub_type=st.sampled_from(("Air/drone strike", "Shelling/artillery/missile attack", "Attack", "Peaceful protest")),
    perpetrators=st.sampled_from(((), ("Turkish Army",), ("Syrian National Army",), ("Unidentified armed group",))),
    killed=tolls,
    injured=tolls,
    weapon=st.sampled_from((None, "drone", "shell")),
    words=st.sampled_from(
        ("", "a drone struck the old mill by the river", "شن الطيران غارة على البلدة القديمة", "a second drone strike")
    ),
    published=st.sampled_from((None, "2031-05-05", "2031-05-07")),
    number=st.integers(0, 2),
)
