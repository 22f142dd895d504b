/** A body that is JSON already, so that nobody parses, makes or encodes it again on its way out. */
export class RenderedJson {
  readonly bytes: Buffer;

  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }
}
