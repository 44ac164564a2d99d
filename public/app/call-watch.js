const watchers = new Set();

/** Tells of each call that has gone on, by its id, for as long as `place` is in the page; null: news may have been lost. */
export function watchCalls(place, listener) {
  watchers.add({ place, listener });
}

export function callHasGoneOn(callId) {
  for (const watcher of watchers) {
    if (watcher.place.isConnected) watcher.listener(callId);
    else watchers.delete(watcher);
  }
}
