/**
 * Works in Windows PowerShell 5.1 and in PowerShell 7. What a word can become is for `plandue complete
 * words` to say, so that little is left to a shell of which this machine need have none.
 */
export const POWERSHELL = `# Completes plandue in PowerShell: plandue completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'plandue', 'plandue.cmd', 'plandue.ps1' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # What npm installs for cmd runs under any execution policy.
    $program = Get-Command -Name 'plandue.cmd', 'plandue' -CommandType Application -ErrorAction Ignore |
        Select-Object -First 1
    if (-not $program) { return }
    $before = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        Select-Object -Skip 1 |
        ForEach-Object {
            $isText = $_ -is [System.Management.Automation.Language.StringConstantExpressionAst]
            if ($isText) { $_.Value } else { $_.Extent.Text }
        })
    $words = $before + $wordToComplete.Trim('"', "'")
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        # As arguments, cmd would run some of them, and PowerShell before 7.3 would change others.
        $env:PLANDUE_WORDS = $words -join "\`n"
        $found = & $program complete words 2>$null
    } finally {
        [Console]::OutputEncoding = $encoding
        $env:PLANDUE_WORDS = $null
    }
    foreach ($line in $found) {
        $word, $about = $line -split "\`t", 2
        $text = $word
        if ($word -notmatch '^[\\w/.-][\\w/.#=-]*$') {
            $quoted = [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($word)
            $text = "'$quoted'"
        }
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
    }
}
`
