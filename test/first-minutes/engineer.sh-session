$ git init -q -b main

$ plandue init
Set up this folder for plans
  written   plandue.yaml                     the settings
  written   plans/exampleshire-2024.yaml     an example
  written   README.md                        for maintainers
  written   .github/workflows/plandue.yml    the checks
  written   .pre-commit-config.yaml          a hook
  written   .vscode/settings.json            for VS Code
  written   .vscode/extensions.json          for VS Code
  written   .plandue/record.schema.json      for editors
  written   .plandue/config.schema.json      for editors
  written   .plandue/framework.schema.json   for editors

Next
  plandue check                      reports on the records; all of the example
                                     is finished today
  plandue check --today 2024-06-25   shows the example alive: its draft is at
                                     risk, the rest on track
  plandue new                        starts your first record; then delete the
                                     example
  OWNER                              is a placeholder in README.md,
                                     .github/workflows/plandue.yml,
                                     .pre-commit-config.yaml: replace it with
                                     the owner of your copy of plandue
  https://example.org                is a placeholder in README.md,
                                     .pre-commit-config.yaml: replace it with
                                     the server that has this copy

$ git add -A && git commit -qm 'Our plans'

$ plandue
Action plans as at Thursday 26 November 2026

Nothing is open.

Finished   3 in 1 record: 3 met (--all lists them)
Next due   nothing
Exit code  0: no open date can change it

  plandue check --today 2024-06-25   a day on which 3 items were open
  plandue stats                      how early or late they were
  plandue due today                  the dates of a letter that came today
  plandue new                        begins a record

$ plandue --today 2024-06-25
Action plans as at Tuesday 25 June 2024                 numbers are working days

Exampleshire Council: ILACS focused visit, letter 12 Jun 2024  exampleshire-2024
  at risk   3  Fri 28 Jun  draft  Draft action plan
           26  Wed 31 Jul  A1     Weekly audits of strategy discussions
                                  (Head of Service)
           53  Mon 9 Sep   final  Final action plan

Open       3 in 1 of 1 record: 1 at risk, 2 on track
Finished   nothing
Next due   exampleshire-2024#draft on Fri 28 Jun, 3 working days left
Exit code  0; 1 from Sat 29 Jun unless exampleshire-2024#draft is submitted

$ git switch -qc received-later

$ sed -i 's/^received: 2024-05-31/received: 2024-06-05/; /^ *submitted: /d; /^  [a-z]*:$/d; /^plan:/d' plans/exampleshire-2024.yaml

$ plandue check --base main --today 2024-06-25
Action plans as at Tuesday 25 June 2024                 numbers are working days

Exampleshire Council: ILACS focused visit, letter 12 Jun 2024  exampleshire-2024
  at risk   6  Wed 3 Jul   draft  Draft action plan
           26  Wed 31 Jul  A1     Weekly audits of strategy discussions
                                  (Head of Service)
           56  Thu 12 Sep  final  Final action plan

The change since main fails for 2 reasons:
  - exampleshire-2024#draft: due on Wednesday 3 July 2024 instead of Friday 28
    June 2024, with no extension recorded
  - exampleshire-2024#final: due on Thursday 12 September 2024 instead of Monday
    9 September 2024, with no extension recorded

Open       3 in 1 of 1 record: 1 at risk, 2 on track
Finished   nothing
Next due   exampleshire-2024#draft on Wed 3 Jul, 6 working days left
Exit code  1 until the change is fixed
[exit code 1]

$ plandue check --base main --today 2024-06-25 -f github
::error file=plans/exampleshire-2024.yaml,line=5,title=Due date moved::Exampleshire Council: Draft action plan, due on Wednesday 3 July 2024, 6 working days left (exampleshire-2024#draft)%0Adue on Wednesday 3 July 2024 instead of Friday 28 June 2024, with no extension recorded%0Adue soon: 6 working days left
::error file=plans/exampleshire-2024.yaml,line=5,title=Due date moved::Exampleshire Council: Final action plan, due on Thursday 12 September 2024, 56 working days left (exampleshire-2024#final)%0Adue on Thursday 12 September 2024 instead of Monday 9 September 2024, with no extension recorded
[exit code 1]

$ plandue explain due-moved
dueMoved
A change makes an item due later, and records no extension. `check --base` fails
for it, and so does `diff`, which calls it due-moved.

  printf 'authority: A\nframework: sif\nreceived: 2024-01-05\n' > plans/a.yaml
  git add . && git commit -q -m Record
  sed -i 's/01-05/01-12/' plans/a.yaml
  plandue check --base HEAD --today 2024-02-05 --format json

Way out: `plandue extend`; for an action or a corrected slip, a waiver of
`dueMoved`.

$ sed -i 's/^received: .*/received: 05\/06\/2024/' plans/exampleshire-2024.yaml

$ plandue check --fail-on never --quiet plans/exampleshire-2024.yaml
plans/exampleshire-2024.yaml:14:11: error not-a-date: `received` must be a date
like 2024-01-12, but found `05/06/2024`
   14 | received: 05/06/2024
      |           ^^^^^^^^^^
       hint: did you mean 2024-06-05?

INCOMPLETE: 1 of 1 record cannot be read, so dates may be missing here:
plans/exampleshire-2024.yaml
[exit code 1]

$ plandue explain not-a-date
not-a-date
Error. A date is not written with year, month and day. `12/01/2024` is January
for some and December for others, so plandue takes neither.

  authority: Marshford Council
  framework: sif
  published: 12/01/2024

Way out: write `2024-01-12`. `plandue new` takes dates as people write them, and
shows what it took them for.

$ git restore plans

$ plandue check --fail-on never --quiet plans/exampleshire-2024.yaml

$ plandue doctor
Upkeep as at Thursday 26 November 2026: 1 unknown
  Schedule        unknown   No heartbeat is configured, so a dead schedule goes
                            unnoticed. Set `heartbeat` in plandue.yaml, and run
                            `plandue check --heartbeat` in the scheduled job.
  Configuration   ok        `plandue.yaml` is valid.
  Records         ok        1 record with 3 items, no errors.
  Bank holidays   ok        England and Wales: official list up to Tuesday 26
                            December 2028.
  Quiet records   ok        0 records with an open item; none unchanged for 60
                            days.
  Repository      ok        GitHub disables the schedules of a public repository
                            after 60 days without activity; 60 days are left.

$ plandue init --ci bamboo
plandue: --ci cannot be `bamboo`: use one of github, gitlab, jenkins, azure,
none
See plandue init --help
[exit code 2]
