import azurePipelines from './azure-pipelines.yml'
import exampleRecord from './example-record.yml'
import githubPages from './github-pages.yml'
import githubReminders from './github-reminders.yml'
import githubWorkflow from './github-workflow.yml'
import gitlabCi from './gitlab-ci.yml'
import gitlabPages from './gitlab-pages.yml'
import jenkinsfile from './jenkinsfile.groovy'
import configuration from './plandue-configuration.yml'
import preCommitConfig from './pre-commit-config.yml'
import problemMatcher from './problem-matcher.json' with { type: 'json' }

import keepersReadme from './readme.md'

/** A file that a repository of plans may want, and where it belongs. */
export type ScaffoldFile = { readonly path: string; readonly text: string }

/** What sets up the checks of a repository of plans, by where they run. */
export const scaffold = {
  github: { path: '.github/workflows/plandue.yml', text: githubWorkflow },
  githubPages: { path: '.github/workflows/plandue-pages.yml', text: githubPages },
  githubReminders: {
    path: '.github/workflows/plandue-reminders.yml',
    text: githubReminders,
  },
  gitlab: { path: '.gitlab-ci.yml', text: gitlabCi },
  gitlabPages: { path: '.gitlab-ci.yml', text: gitlabCi + gitlabPages },
  jenkins: { path: 'Jenkinsfile', text: jenkinsfile },
  azure: { path: 'azure-pipelines.yml', text: azurePipelines },
  preCommit: { path: '.pre-commit-config.yaml', text: preCommitConfig },
  problemMatcher: {
    path: '.github/plandue-matcher.json',
    text: json(problemMatcher),
  },
  configuration: { path: 'plandue.yaml', text: configuration },
  example: { path: 'plans/exampleshire-2024.yaml', text: exampleRecord },
  readme: { path: 'README.md', text: keepersReadme },
  editorSettings: {
    path: '.vscode/settings.json',
    text: json({
      'yaml.schemas': {
        './.plandue/record.schema.json': ['plans/**/*.yaml', 'plans/**/*.yml'],
        './.plandue/config.schema.json': ['plandue.yaml', 'plandue.yml'],
        './.plandue/framework.schema.json': ['frameworks/*.yaml', 'frameworks/*.yml'],
      },
    }),
  },
  editorExtensions: {
    path: '.vscode/extensions.json',
    text: json({ recommendations: ['redhat.vscode-yaml'] }),
  },
} as const satisfies Record<string, ScaffoldFile>

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
