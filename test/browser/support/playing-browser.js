/** Runs before the page: remembers how long each sound is that it plays from a recording. */
(() => {
  window.played = [];
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...moment) {
    window.played.push(this.buffer.duration);
    return start.apply(this, moment);
  };
})();
