// Writes the two route trees, so that types can be checked without a build.
import { fileURLToPath } from 'node:url'
import { Generator, getConfig } from '@tanstack/router-generator'
import { routeTrees } from './route-trees.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const tree of routeTrees) await new Generator({ config: getConfig(tree, root), root }).run()
