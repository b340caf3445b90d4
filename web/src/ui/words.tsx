/** Words in a language of their own inside a page of another: isolated for direction, spoken in the right voice. */
export const Words = ({ text, lang }: { readonly text: string; readonly lang: string }) => (
  <bdi lang={lang}>{text}</bdi>
)
