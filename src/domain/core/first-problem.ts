import type { z } from 'zod';

/** What is wrong first with what did not fit a schema: the field, if it is one, and the reason. */
export function firstProblem({ issues }: z.ZodError): string {
  const [problem = 'is not valid'] = issues.map(({ path, message }) =>
    `${path.join('.')} ${message}`.trim(),
  );
  return problem;
}
