"""The example that the program opens with, and books of scenarios, as many tests need them."""

from desktop import assets
from desktop.calendars import calendars
from desktop.document import scenario_file
from desktop.document.state import State
from desktop.domain.scenario import Scenario, calculate
from desktop.presentation.book import Book


def opening_state(language: str = "en") -> State:
    loaded = scenario_file.load(assets.example("iij-2020", language))
    assert isinstance(loaded, scenario_file.Loaded)
    return loaded.state


def opening_scenario(language: str = "en") -> Scenario:
    return opening_state(language).scenario


def book_of(scenario: Scenario) -> Book:
    return Book(scenario, calculate(scenario, calendars=calendars()), {}, calendars())
