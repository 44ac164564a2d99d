/**
 * The part is well, understood, and said no: a 4xx, a number that does not exist. Whoever speaks to a part throws this, so
 * that it is neither asked the same again nor taken for broken.
 */
export class RefusedByPart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RefusedByPart';
  }
}
