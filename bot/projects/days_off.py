"""Days on which a project doesn't work, and why."""

from datetime import date
from enum import StrEnum

from bot.core.calendar import PublicHolidays, country_of
from bot.core.project import Project


class Off(StrEnum):
    """Why a project does not work on a day."""

    weekend = "weekend"
    holiday = "holiday"
    project = "project"
    """Its own day off."""


def day_off(project: Project, day: date) -> Off | None:
    """None on a day of work; public holidays are those of the country that its zone lies in."""
    if day in PublicHolidays(country_of(project.zone)):
        return Off.holiday
    if project.works(day):
        return None
    return Off.weekend if day.weekday() not in project.working_days else Off.project


def unseen_day_off(project: Project, day: date) -> Off | None:
    """As `day_off`, where its weekday does not tell."""
    return day_off(project, day) if day.weekday() in project.working_days else None
