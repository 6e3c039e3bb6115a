/** A span in whole days, hours, minutes and seconds; nothing below zero. */
export function splitRemaining(spanMs: number): { days: number; hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.ceil(spanMs / 1_000));
  return {
    days: Math.floor(whole / 86_400),
    hours: Math.floor(whole / 3_600) % 24,
    minutes: Math.floor(whole / 60) % 60,
    seconds: whole % 60,
  };
}
