"""The field's tables: PLOVER, CAMEO, countries, offices."""
