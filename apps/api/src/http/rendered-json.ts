/** A body that is JSON already, so that nobody parses or makes it again on its way out. */
export class RenderedJson {
  constructor(readonly text: string) {}
}
