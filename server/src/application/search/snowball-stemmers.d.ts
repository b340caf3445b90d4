declare module 'snowball-stemmers' {
  /** Algorithms of the Snowball project, by English name of the language. */
  export function newStemmer(algorithm: 'arabic' | 'english' | 'russian'): { stem(word: string): string }
}
