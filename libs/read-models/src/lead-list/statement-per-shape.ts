/** What `build` makes of a shape, which is plain data, made once for each. */
export function statementPerShape<Shape, Statement>(
  build: (shape: Shape) => Statement,
): (shape: Shape) => Statement {
  const statements = new Map<string, Statement>();
  return (shape) => {
    const name = JSON.stringify(shape);
    let statement = statements.get(name);
    if (!statement) statements.set(name, (statement = build(shape)));
    return statement;
  };
}
