/** A short rising pair of tones, loud enough for a room and soft at its edges. */
const notes = [
  { hertz: 660, atSeconds: 0 },
  { hertz: 880, atSeconds: 0.22 },
];
const noteSeconds = 0.2;
const loudness = 0.25;

let context: AudioContext | undefined;

/** False where the browser does not let it sound before somebody touches the page. */
export async function soundTone(): Promise<boolean> {
  try {
    context ??= new AudioContext();
    // A page that nobody touched stays suspended: resuming it would wait for ever.
    await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))]);
    if (context.state !== 'running') return false;
    for (const { hertz, atSeconds } of notes) playNote(context, hertz, context.currentTime + atSeconds);
    return true;
  } catch {
    return false;
  }
}

function playNote(audio: AudioContext, hertz: number, at: number): void {
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.type = 'sine';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + noteSeconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + noteSeconds);
}
