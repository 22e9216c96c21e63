"""The door for a server. Content, fonts and figures are read here, before the first runner asks for them."""

import os

from django.core.wsgi import get_wsgi_application

os.umask(0o077)  # the database, its backups and the key are the service's alone
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "itbcare.settings")
application = get_wsgi_application()

from itbcare.warm import warm_up  # noqa: E402  (needs the settings that the line above reads)

warm_up()
