/** The mutation run: not a part of the tests, since it takes minutes, but in the same house. */
import tests from '../vitest.config.ts'

export default { ...tests, test: { ...tests.test, include: ['oracle/mutants.ts'] } }
