import { piecesOf } from './links'

/** What somebody wrote, as plain text: line breaks stay by the style around it, web addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  return piecesOf(text).map((piece, i) =>
    piece.href ? (
      <a key={i} className="intext" href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  )
}
