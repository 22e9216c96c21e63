"""Plans and sheets as a Django app."""

from django.apps import AppConfig

from programs.pdf.photos import photos_from


class ProgramsConfig(AppConfig):
    """Tells the sheets, which know no database, where photos are kept."""

    name = "programs"

    def ready(self) -> None:
        """Once in the life of a process."""
        photos_from(self._photo)

    def _photo(self, slug: str) -> bytes | None:
        found = self.get_model("Photo")._default_manager.filter(slug=slug).values_list("data", flat=True).first()
        return None if found is None else bytes(found)
