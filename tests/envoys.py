"""Two short pages of our own, about talks and an accord."""

TALKS = (
    "Envoys of Chile and Peru meet in Lima\n\n"
    "Chilean Foreign Minister Antonia Urrejola met her Peruvian counterpart Cesar Landa in Lima on "
    "Monday.\n\n"
    '"We spoke about the border," Urrejola told reporters. Landa declined to comment on fishing '
    "rights.\n\n"
    "The two ministries said that a second meeting would be held in Santiago next month.\n"
)
ACCORD = (
    "Kenya and Ethiopia sign accord on trade\n\n"
    "Kenya and Ethiopia signed an accord on cross-border trade in Nairobi on Tuesday, the Kenyan "
    "government said.\n\n"
    "Ethiopian officials welcomed the accord and said that it would take effect in June.\n"
)
