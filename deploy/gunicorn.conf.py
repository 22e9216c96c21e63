"""gunicorn: threads for waiting, two processes for two cores, and no control socket in anyone's home."""

worker_class = "gthread"
workers = 2
threads = 4
timeout = 30
graceful_timeout = 20
max_requests = 2000
max_requests_jitter = 200
control_socket_disable = True
worker_tmp_dir = "/dev/shm"  # noqa: S108  (memory, so that a slow disk never kills a worker)
accesslog = None  # the site writes its own request lines; a path may hold a private link
