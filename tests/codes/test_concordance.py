"""Country codes of other event data."""

import pytest

from memcon.codes.concordance import cow_of, fips_of


@pytest.mark.parametrize(
    ("iso3", "cow", "fips"),
    [
        ("USA", 2, "US"),
        ("RUS", 365, "RS"),
        ("CHN", 710, "CH"),
        ("CHE", 225, "SZ"),
        ("XKX", 347, "KV"),
        ("HKG", None, "HK"),
        ("ZZZ", None, None),
    ],
)
def test_a_country_in_other_schemes(iso3, cow, fips):
    assert (cow_of(iso3), fips_of(iso3)) == (cow, fips)


def test_every_country_is_listed_and_no_code_stands_for_two(countries):
    for code_of in (cow_of, fips_of):
        codes = [code for iso3 in countries.by_code if (code := code_of(iso3))]
        assert len(codes) == len(set(codes)) > 190
