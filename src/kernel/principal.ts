/** Who is asking: the person behind a request, as far as the guard could prove it. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  /** When the person last proved who they are, kept over refreshes; sensitive changes ask for a recent one. */
  readonly authenticatedAt: Date;
}
