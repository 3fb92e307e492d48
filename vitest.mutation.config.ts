import { defineConfig } from 'vitest/config';

/** The tests that judge model, rules and engine; those of the command line and the reporters take long and say little of them. */
export default defineConfig({
  test: {
    include: [
      'tests/{model,rules,engine,binding,messages}/**/*.test.ts',
      'tests/catalogue.test.ts',
    ],
    testTimeout: 120_000,
    exclude: ['tests/binding/shape.test.ts', 'tests/rules/fixtures.test.ts'],
    env: { GIAR_PROPERTY_RUNS: '25' },
  },
});
