/** A channel of voting as the format types counts: it has no word for voting online, nor for paper apart from a station. */
export function channelType(channel: string) {
  return channel === 'station' ? { Type: 'election-day' } : { Type: 'other', OtherType: channel };
}
