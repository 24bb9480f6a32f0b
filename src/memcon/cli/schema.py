"""`memcon schema`: the contract, for other programs."""

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from memcon.record.contract import schema as contract

    click.echo(json.dumps(contract(), indent=2))
