"""The style sheet of the yardstick's HTML sheet: our fonts, sizes and colors."""

from programs.pdf.fonts import FOLDER

FACES = "".join(
    f"@font-face{{font-family:Sheet;font-weight:{weight};src:url({(FOLDER / file).as_uri()})}}"
    for weight, file in (
        (400, "atkinson-regular.ttf"),
        (600, "atkinson-semibold.ttf"),
        (700, "atkinson-bold.ttf"),
    )
)
CSS = (
    FACES
    + """
@page { size: letter; margin: 116pt 34pt 68pt; @top-left { content: element(top); width: 100% }
  @bottom-left { content: element(bottom); width: 90% } @bottom-right { content: counter(page) " of " counter(pages) } }
body { font: 400 9.8pt/11.7pt Sheet; color: #12222b; margin: 0 }
b, th { font-weight: 600; text-align: left } p, ol, ul, figure { margin: 0 0 2pt } h1, h2, h3 { margin: 0 0 3pt }
header { position: running(top); font-size: 8.4pt; border-bottom: 1.4pt solid #0e6168 }
footer { position: running(bottom); font-size: 8.4pt; border-top: .7pt solid #c9d1d4 }
.who, .urgent, .pill, .code { float: right; text-align: right } h1 { font: 700 17pt/20pt Sheet }
h1 small, h2 small { font: 400 10.5pt Sheet; color: #43545e }
.pill { background: #0e6168; color: #fff; border-radius: 10pt; padding: 0 12pt; font-size: 10.5pt }
h2 { font: 700 13pt/16pt Sheet } h3 { font: 700 11pt/14pt Sheet } .red { color: #b3201f } .small { font-size: 8.4pt }
.pair { display: table; width: 100%; margin: 6pt 0; break-inside: avoid }
.pair > div { display: table-cell; width: 46%; padding: 8pt; border: .7pt solid #c9d1d4; border-radius: 6pt }
.sand { background: #f6f2ea; padding: 8pt } .help { margin: 6pt 0 }
.help { border: .9pt solid #b3201f; border-radius: 6pt; padding: 8pt }
section { break-inside: avoid; border: .7pt solid #c9d1d4; border-radius: 6pt; margin: 8pt 0; overflow: hidden }
.pictures { float: left; width: 164pt; background: #eef6f5; text-align: center } .words { margin-left: 175pt }
figure { display: inline-block; width: 76pt; font: 600 8.6pt Sheet } figure svg { width: 72pt; height: 82pt }
.flipped { transform: scaleX(-1) } ol { padding-left: 14pt } ul { padding-left: 10pt }
table { border-collapse: collapse; width: 100% } .dose { clear: both; border-top: .7pt solid #c9d1d4 }
.dose td { padding: 4pt 8pt; font-size: 9pt } .band td { width: 9%; text-align: center; font-weight: 700 }
.z0 { background: #ddf3e4 } .z1 { background: #fbe3a6 } .z2 { background: #f6c9c7 }
.box, .pain { display: inline-block; width: 9pt; height: 9pt; border: .8pt solid #6b7b85; border-radius: 2pt }
.pain { width: 20pt } .tick { border: .8pt solid #6b7b85; height: 12pt }
.drill { display: inline-block; width: 160pt; border: .7pt solid #c9d1d4 }
.run { break-before: page } .weeks tr:nth-child(even) { background: #eef6f5 } .weeks td { padding: 2pt }
.note { border-bottom: .7pt solid #c9d1d4; height: 24pt }
"""
)
