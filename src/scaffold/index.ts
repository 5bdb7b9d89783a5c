import githubWorkflow from './github-workflow.yml'
import gitlabCi from './gitlab-ci.yml'
import preCommitConfig from './pre-commit-config.yml'
import problemMatcher from './problem-matcher.json' with { type: 'json' }

/** A file that a repository of plans may want, and where it belongs. */
export type ScaffoldFile = { readonly path: string; readonly text: string }

/** What sets up the checks of a repository of plans, by where they run. */
export const scaffold = {
  github: { path: '.github/workflows/plandue.yml', text: githubWorkflow },
  gitlab: { path: '.gitlab-ci.yml', text: gitlabCi },
  preCommit: { path: '.pre-commit-config.yaml', text: preCommitConfig },
  problemMatcher: {
    path: '.github/plandue-matcher.json',
    text: `${JSON.stringify(problemMatcher, null, 2)}\n`,
  },
} as const satisfies Record<string, ScaffoldFile>
