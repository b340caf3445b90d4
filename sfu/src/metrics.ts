/** What this process has done since it began; plain counters, written down as Prometheus text. */
export class Metrics {
  packetsIn = 0
  packetsOut = 0
  bytesIn = 0
  bytesOut = 0
  packetsDropped = 0
  packetsResent = 0
  packetsWanted = 0
  picturesWanted = 0
  dataMessages = 0
  signalMessages = 0
  refusedTokens = 0
  droppedClients = 0

  text(gauges: Readonly<Record<string, number>>): string {
    const memory = process.memoryUsage()
    const cpu = process.cpuUsage()
    const values: Record<string, number> = {
      parley_media_packets_in_total: this.packetsIn,
      parley_media_packets_out_total: this.packetsOut,
      parley_media_bytes_in_total: this.bytesIn,
      parley_media_bytes_out_total: this.bytesOut,
      parley_media_packets_dropped_total: this.packetsDropped,
      parley_media_packets_resent_total: this.packetsResent,
      parley_media_packets_wanted_total: this.packetsWanted,
      parley_media_pictures_wanted_total: this.picturesWanted,
      parley_media_data_messages_total: this.dataMessages,
      parley_media_signal_messages_total: this.signalMessages,
      parley_media_refused_tokens_total: this.refusedTokens,
      parley_media_dropped_clients_total: this.droppedClients,
      parley_media_cpu_seconds_total: (cpu.user + cpu.system) / 1_000_000,
      parley_media_resident_bytes: memory.rss,
      ...gauges,
    }
    return Object.entries(values)
      .map(
        ([name, value]) =>
          `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n${name} ${value}\n`,
      )
      .join('')
  }
}
