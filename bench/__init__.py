"""How fast and how large, side by side with a yardstick: `make bench`. It prints, and never fails a build.

Method. Ours and the yardstick alternate within one run, so that a busy machine slows both; every figure is the
median of at least five rounds, ratios taken round by round, where the line does not say otherwise. Warm sheets are
drawn in a fresh process each round, under a new name each time, as some engines remember what they drew; they wait
for nothing, so processor time is what counts. Databases are new, migrated and empty, in a folder that is thrown away,
with the site's own settings; how they keep their promises is read back and printed. A ratio holds on any machine; the
figures beside it belong to the machine and the minute they were measured on, so its load is printed too. Figures that
wait for the disk compare only within one run.

Yardsticks, each doing the same work for the same data:
- a web engine (WeasyPrint) laying out the same sheet written as HTML, its style sheet and fonts already read;
- the bare drawing canvas given the finished places of every mark: no measuring, no breaking of lines, no paging;
- a plain Django form that writes one row of the same content;
- the wizard of django-formtools with the same pages, its answers in database sessions;
- PostgreSQL, where it is installed, on the same actions.
"""
